assert !new File(basedir, 'build.log').getText('UTF-8').contains('Downloading from central')

def published = new File(basedir, 'repository/com/example/shop-client/1.0.0')
['.jar', '-sources.jar', '-javadoc.jar', '-cyclonedx.json', '.pom'].each {
    assert new File(published, "shop-client-1.0.0$it").isFile()
    assert new File(published, "shop-client-1.0.0${it}.sha1").isFile()
}

def pom = new groovy.xml.XmlSlurper().parse(new File(published, 'shop-client-1.0.0.pom'))
assert pom.build.isEmpty()
assert pom.dependencies.dependency.collect { "$it.groupId:$it.artifactId" } == ['dev.whittle:whittle-runtime']
assert pom.licenses.license.name == 'Apache-2.0'

def components = new groovy.json.JsonSlurper().parse(new File(published, 'shop-client-1.0.0-cyclonedx.json')).components
assert components*.name.contains('whittle-runtime')
assert !components*.name.contains('jackson-core')
return true
