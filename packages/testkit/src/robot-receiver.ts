import { Worker } from 'node:worker_threads'

type Heard = { path: string; query: Record<string, string>; body: Record<string, unknown> }
/** What the receiver answers: a status and a JSON body, or silence until the caller hangs up. */
type Saying = { status?: number; body?: unknown } | 'silence'

export type Receiver = {
  origin: string
  /** What it was told since it was last asked to forget. */
  heard(): Promise<Heard[]>
  /** Forgets what it heard and what it was to answer. */
  forget(): Promise<void>
  /** Answers for the next calls, in order; with none left it takes everything. */
  say(...answers: Saying[]): Promise<void>
  /** The answer for the next call at one path. */
  sayAt(path: string, answer: Saying): Promise<void>
  stop(): Promise<unknown>
}

/** A thread of its own: a call into the workers may hold this one until it is answered. */
const THREAD = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
let heard = []
let waiting = []
let placed = []
const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const url = new URL(request.url, 'http://receiver')
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    heard.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), body })
    const here = placed.findIndex(({ path }) => path === url.pathname)
    const given = here < 0 ? waiting.shift() : placed.splice(here, 1)[0].answer
    const answer = given ?? { body: { errcode: 0, errmsg: 'ok' } }
    if (answer === 'silence') return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify(answer.body ?? {}))
  })
})
parentPort.on('message', ({ ask, answers, path }) => {
  if (ask === 'forget') { heard = []; waiting = []; placed = [] }
  if (ask === 'place') placed.push({ path, answer: answers[0] })
  if (ask === 'say') waiting.push(...answers)
  parentPort.postMessage({ heard })
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }))
`

/** A server on this machine in the place of WeCom and DingTalk. */
export async function startReceiver(): Promise<Receiver> {
  const thread = new Worker(THREAD, { eval: true })
  const next = <T>() => new Promise<T>((resolve) => thread.once('message', resolve))
  const { port } = await next<{ port: number }>()
  const ask = async (message: { ask: string; answers?: Saying[]; path?: string }) => {
    const answer = next<{ heard: Heard[] }>()
    thread.postMessage(message)
    return (await answer).heard
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    heard: () => ask({ ask: 'heard' }),
    forget: async () => void (await ask({ ask: 'forget' })),
    say: async (...answers) => void (await ask({ ask: 'say', answers })),
    sayAt: async (path, answer) => void (await ask({ ask: 'place', answers: [answer], path })),
    stop: () => thread.terminate(),
  }
}
