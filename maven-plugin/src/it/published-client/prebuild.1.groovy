def repository = new File(basedir, 'repository')
repository.deleteDir()
// A client that an earlier run of this case has fetched is another client.
new File(localRepositoryPath, 'com/example/shop-client').deleteDir()

def properties = new Properties()
properties.setProperty('altDeploymentRepository', "local::${repository.toURI()}")
properties.setProperty('published', repository.toURI().toString())
new File(basedir, 'test.properties').withOutputStream { properties.store(it, null) }
return true
