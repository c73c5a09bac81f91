context.server.stop(0)

def step = new File(basedir, 'build.log').getText('UTF-8').substring(context.logged)
assert !step.contains('restoring com.example:build-cache')
assert step.contains('Shop: 2 operations, 10 shapes → shop (')

def target = new File(basedir.parentFile, 'build-cache-elsewhere/target')
assert new File(target, 'generated-sources/whittle/shop/model/Item.java').getText('UTF-8').contains('String note()')
new java.util.zip.ZipFile(new File(target, 'build-cache-1.0.jar')).withCloseable { jar ->
    def item = jar.getInputStream(jar.getEntry('shop/model/Item.class')).bytes
    assert new String(item, 'ISO-8859-1').contains('note')
}
