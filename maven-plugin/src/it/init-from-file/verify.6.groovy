def main = new File(basedir, 'orders-app/src/main/java/com/example/Main.java').getText('UTF-8')
assert main.contains('.endpoint(URI.create("http://localhost:8080"))')
assert main.contains('.tokens(() -> setting("ORDERS_TOKEN"))')
assert !main.contains('.region(')
def readme = new File(basedir, 'orders-app/README.md').getText('UTF-8')
assert readme.contains('`ORDERS_TOKEN`') && !readme.contains('AWS SDK')
return true
