def report = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.TwoProperties.xml'))
assert report.@tests == '2' && report.@failures == '1' && report.@errors == '0'
def failed = report.testcase.find { it.failure.size() == 1 }
assert failed.@name.text() == 'the degree is that over two elements'
// The counterexample is printed as a polynomial, and it is one: the parity of two variables has degree 1 over two elements.
def text = failed.failure.text()
assert text =~ /Expected \d:\S+ to have degree \d, not \d: .*x1.*x2/ : text
