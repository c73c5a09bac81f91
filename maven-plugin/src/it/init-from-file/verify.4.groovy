def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("SVC0403 the included name 'GetKart' matches no operation of the service at /operations")
assert log.contains("        hint: did you mean 'GetCart'?")
assert log.contains('1 problem, nothing was written.')
assert !new File(basedir, 'shop-app').exists()
return true
