// What three programs make of a JUnit file: a line each, with its tests, failures and skipped tests, and the names of all that failed.
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { parse } from 'junit2json'

const require = createRequire(import.meta.url)
const { mergeFiles } = require('junit-report-merger')
const { parseV2 } = require('test-results-parser')
const file = process.argv[2]

function say(program, tests, failures, skipped, failed) {
  console.log([program, tests, failures, skipped, ...failed.sort()].join('\t'))
}

function sayOfJunit2json(program, read) {
  const cases = read.testsuite.flatMap(suite => suite.testcase)
  const failed = cases.filter(each => each.failure)
  say(program, cases.length, failed.length, cases.filter(each => each.skipped).length, failed.map(each => each.classname + ' ' + each.name))
}

sayOfJunit2json('junit2json', await parse(await readFile(file, 'utf8')))

const folder = await mkdtemp(join(tmpdir(), 'dsr-junit-'))
try {
  await mergeFiles(join(folder, 'merged.xml'), [file])
  sayOfJunit2json('junit-report-merger', await parse(await readFile(join(folder, 'merged.xml'), 'utf8')))
} finally {
  await rm(folder, { recursive: true })
}

const { result, errors } = parseV2({ type: 'junit', files: [file] })
if (errors.length > 0) throw errors[0]
const cases = result.suites.flatMap(suite => suite.cases)
say('test-results-parser', result.total, result.failed, result.skipped, cases.filter(each => each.status === 'FAIL').map(each => each.name))
