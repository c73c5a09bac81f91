def published = new File(basedir, 'repository/com/example/shop-client/1.0.0/shop-client-1.0.0.jar')
def fetched = new File(localRepositoryPath, 'com/example/shop-client/1.0.0/shop-client-1.0.0.jar')
assert fetched.bytes == published.bytes
assert new File(basedir, 'consumer/target/classes/com/example/consumer/App.class').isFile()
