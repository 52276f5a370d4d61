def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.TwoProperties.xml'))
assert report.@tests == '2' && report.@failures == '1' && report.@errors == '0'
def failed = report.testcase.find { it.failure.size() == 1 }
assert failed.@name.text().startsWith('the_degree_is_that_over_two_elements')
// The shrunk counterexample is printed as a polynomial: of two variables, where the two degrees first differ.
def text = failed.failure.text() + failed.'system-out'.text() + report.'system-out'.text()
assert (text =~ /-?1\/2 ?[+-].*x1x2|x1x2/).find() : text
