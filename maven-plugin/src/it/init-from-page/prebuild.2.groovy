// On a port that is free here.
def port = new ServerSocket(0).withCloseable { it.localPort }
def main = new File(basedir, 'orders-app/src/main/java/com/example/Main.java')
assert main.isFile()
main.setText(context.block('program').replace('8080', port.toString()), 'UTF-8')
return true
