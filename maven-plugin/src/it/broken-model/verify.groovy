def log = new File(basedir, 'build.log').getText('UTF-8')
def model = new File('src/main/service-model/shop/service-2.json').path

assert log.contains("""\
[ERROR] $model:[29,18] SVC0201 unknown shape 'Ordr' at /shapes/GetCartResponse/members/order
        hint: did you mean 'Order'?
[ERROR] $model:[30,20] SVC0201 unknown shape 'Coupons' at /shapes/GetCartResponse/members/coupons
[ERROR] 2 problems, nothing was generated.
""".denormalize())
assert log.contains('on project broken-model: 2 problems, nothing was generated. -> [Help 1]')
assert !log.contains('\tat ')
assert !new File(basedir, 'target/maven-status').exists()
assert !new File(basedir, 'target/generated-sources').exists()
