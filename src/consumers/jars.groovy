// Of each of our jars: nothing at its root but the descriptor of its module, so that nothing clashes with another's, and the licence.
import java.util.zip.ZipFile

return { files ->
  def ours = files.findAll { it.name =~ /^cubecheck/ }
  assert ours
  ours.each { file ->
    def jar = new ZipFile(file)
    def names = jar.entries().collect { it.name }.findAll { !it.endsWith('/') }
    assert names.every { it == 'module-info.class' || it ==~ '(org/cubecheck|META-INF)/.*' } : "${file.name}: $names"
    assert 'META-INF/LICENSE' in names && !('META-INF/jpms.args' in names) : "${file.name}: $names"
    def manifest = jar.getInputStream(jar.getEntry('META-INF/MANIFEST.MF')).text
    assert 'module-info.class' in names || manifest.contains('Automatic-Module-Name: org.cubecheck') : file.name
    jar.close()
  }
}
