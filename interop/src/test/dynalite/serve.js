// Serves DynamoDB from memory, on a free port of the loopback interface, until the standard input ends. Prints the port.
'use strict'

const dynalite = require('dynalite')

const server = dynalite({ createTableMs: 50, deleteTableMs: 50, updateTableMs: 50 })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.stdin.on('end', () => process.exit(0))
process.stdin.resume()
