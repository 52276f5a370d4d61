def report = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.TwoProperties.xml'))
assert report.@tests == '2' && report.@failures == '1' && report.@errors == '0'
def failed = report.testcase.find { it.failure.size() == 1 }
assert failed.@name.text() == 'the degree is that over two elements'
// The counterexample is printed as a polynomial, and it is one: the parity of two variables has degree 1 over two elements.
def text = failed.failure.text()
assert text =~ /Expected \d:\S+ to have degree \d, not \d: .*x1.*x2/ : text

def entries = new File(basedir, 'target/classpath.txt').text.trim().split(File.pathSeparator).collect { new File(it) }
evaluate(new File(basedir, '../../../jars.groovy'))(entries)
println "${basedir.name}: ${entries.size()} artifacts, ${entries.sum { it.length() }.intdiv(1000)} kB"
// On the module path: all that the vocabulary stands on are modules.
def process = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-p', entries*.path.join(File.pathSeparator),
    '--add-modules', 'org.cubecheck.testing', '-cp', new File(basedir, 'target/test-classes').path, 'example.Main').redirectErrorStream(true).start()
def said = process.inputStream.text.trim()
assert process.waitFor() == 0 : said
assert said == 'org.cubecheck.testing' : said
