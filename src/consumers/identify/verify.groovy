def entries = new File(basedir, 'target/classpath.txt').text.trim().split(File.pathSeparator).collect { new File(it) }
assert entries.every { !(it.name =~ /freemarker|pytorch|djl|picocli|slf4j|^api-/) } : entries*.name
evaluate(new File(basedir, '../../../jars.groovy'))(entries)
println "${basedir.name}: ${entries.size()} artifacts, ${entries.sum { it.length() }.intdiv(1000)} kB"
def process = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-cp',
    new File(basedir, 'target/classes').path + File.pathSeparator + entries*.path.join(File.pathSeparator), 'example.Main').redirectErrorStream(true).start()
def text = process.inputStream.text
assert process.waitFor() == 0 : text
assert text.trim() == '(-z3, z1, z2)' : text
