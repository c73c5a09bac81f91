def log = new File(basedir, 'build.log').getText('UTF-8')
def foreign = new File(basedir, 'src/main/java/shop/ShopClient.java')

assert log.contains("on project foreign-file: $foreign.path is not a generated file, and is not overwritten:" +
    ' move it out of the output directory, or choose another one')
assert log.contains('[ERROR] Nothing was generated.')
assert !log.contains('\tat ')
assert foreign.text.contains('Written by hand.')
assert foreign.parentFile.list() == ['ShopClient.java']
assert !new File(basedir, 'target/maven-status').exists()
