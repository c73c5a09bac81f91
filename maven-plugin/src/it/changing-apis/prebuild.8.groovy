def lock = new File(basedir, 'whittle.lock.json')
lock.setText(lock.getText('UTF-8').take(500), 'UTF-8')
return true
