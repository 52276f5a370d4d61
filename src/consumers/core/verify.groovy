def entries = new File(basedir, 'target/classpath.txt').text.trim().split(File.pathSeparator).collect { new File(it) }
assert entries.size() <= 3 : "the core and what it needs: ${entries*.name}"
assert entries.sum { it.length() } <= 1_500_000
assert entries.every { !(it.name =~ /slf4j|log|native|picocli|jspecify|apiguardian/) }
evaluate(new File(basedir, '../../../jars.groovy'))(entries)
println "${basedir.name}: ${entries.size()} artifacts, ${entries.sum { it.length() }.intdiv(1000)} kB"
// The jars that no project here depends on, as far as they are built.
def built = new File(basedir, '../../../../..')
def others = [new File(built, 'target/cubecheck.jar')] + (new File(built, 'src/networks/target').listFiles() ?: []).findAll { it.name ==~ /cubecheck-networks-[\d.]+\.jar/ }
evaluate(new File(basedir, '../../../jars.groovy'))(others.findAll { it.exists() } + entries)
def java = System.getProperty('java.home') + '/bin/java'
def run = { List<String> command ->
  def process = new ProcessBuilder(command).redirectErrorStream(true).start()
  def text = process.inputStream.text.trim()
  assert process.waitFor() == 0 : text
  text
}
def classes = new File(basedir, 'target/classes').path
def path = entries*.path.join(File.pathSeparator)
assert run([java, '-cp', classes + File.pathSeparator + path, 'example.Main']) == '1/2 x1 + 1/2 x2 + 1/2 x3 - 1/2 x1x2x3'
// On the module path too.
assert run([java, '-p', path, '--add-modules', 'org.cubecheck.core', '-cp', classes, 'example.Main']) == '1/2 x1 + 1/2 x2 + 1/2 x3 - 1/2 x1x2x3'
