assert new File(basedir, 'consumer/target/classes/shop/ShopClient.class').isFile()
def fetched = new File(localRepositoryPath, 'dev/whittle/whittle-runtime/0.1.0-company-1/whittle-runtime-0.1.0-company-1.jar')
def deployed = new File(basedir, 'repository/dev/whittle/whittle-runtime/0.1.0-company-1/whittle-runtime-0.1.0-company-1.jar')
assert fetched.bytes == deployed.bytes
return true
