def log = new File(basedir, 'build.log').getText('UTF-8')
assert log =~ /\[INFO\] Shop: 1 operation, \d+ shapes → com\.example\.shop\R/
assert log =~ /\[INFO\] Payment: 1 operation, \d+ shapes → com\.example\.payment\R/
assert log =~ /\[INFO\] 2 services \((\d+) files: \1 written, 0 unchanged, 0 removed\)/
assert (log =~ /Shop: 1 operation, \d+ shapes → com\.example\.old \(/).count == 2

['classes/com/example/shop', 'classes/com/example/payment', 'classes/com/example/old', 'test-classes/com/example/old'].each {
    assert new File(basedir, "target/$it").isDirectory()
}
assert new File(context.output, 'com/example/payment/PaymentClient.java').isFile()
assert !new File(basedir, 'target/generated-sources/whittle/com/example/payment').exists()
context.logged = log.length()
return true
