def entries = new File(basedir, 'target/classpath.txt').text.trim().split(File.pathSeparator).collect { new File(it) }
assert entries.size() == 1 : "the claims need nothing else: ${entries*.name}"
evaluate(new File(basedir, '../../../jars.groovy'))(entries)
println "${basedir.name}: ${entries.size()} artifacts, ${entries.sum { it.length() }.intdiv(1000)} kB"
[['-cp', new File(basedir, 'target/classes').path + File.pathSeparator + entries[0].path],
 ['-p', entries[0].path, '--add-modules', 'org.cubecheck.claims', '-cp', new File(basedir, 'target/classes').path]].each { path ->
  def process = new ProcessBuilder([System.getProperty('java.home') + '/bin/java'] + path + 'example.Main').redirectErrorStream(true).start()
  def lines = process.inputStream.readLines()
  assert process.waitFor() == 0 : lines
  assert lines.size() == 3 && lines[0].startsWith('Verified') && lines[1].startsWith('Refuted') && lines[1].contains('1^2 is not greater than 1') && lines[2] == 'true' : lines
}
return true
