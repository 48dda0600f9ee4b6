import { createServer, type IncomingMessage } from 'node:http'

/** A chat group on this machine, in the place of those of WeCom and DingTalk: robots of the demonstration speak in it. */
export type ChatGroup = { origin: string; stop(): void }

const SHOWN = 100
const LONGEST = 64_000
/** Addresses that both products use, with keys that open nothing. */
const ADDRESSES = {
  企业微信: '/cgi-bin/webhook/send?key=demonstration-0001',
  钉钉: '/robot/send?access_token=demonstration-0001',
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > LONGEST) throw new Error('too long for a chat message')
  }
  return text
}

/** The words of a message in the shape of either product. */
function wordsOf(body: string): string {
  const { markdown = {} } = JSON.parse(body) as { markdown?: { content?: string; text?: string } }
  return String(markdown.content ?? markdown.text ?? '')
}

function pageOf(origin: string, messages: readonly string[]): string {
  const shown = messages.map((text) => `<article>${escaped(text)}</article>`).join('')
  const addresses = Object.entries(ADDRESSES).map(
    ([kind, path]) => `<li>${kind}：<code>${escaped(origin + path)}</code></li>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>演示工作群</title><style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.6}
article{margin:1rem 0;padding:.75rem 1rem;border:1px solid #ccd;border-radius:.5rem;white-space:pre-line}code{overflow-wrap:anywhere}</style>
<h1>演示工作群</h1><p>在“系统设置 → 群机器人”登记下面的地址，消息会出现在这里：</p><ul>${addresses.join('')}</ul>
${shown || '<p>还没有消息。</p>'}</html>`
}

/** Opens the group at a port of this machine; null when another program has the port. */
export function openChatGroup(port: number): Promise<ChatGroup | null> {
  const origin = `http://127.0.0.1:${port}`
  const messages: string[] = []
  const server = createServer(async (request, response) => {
    try {
      if (request.method === 'POST') messages.unshift(wordsOf(await bodyOf(request)))
      messages.length = Math.min(messages.length, SHOWN)
      const json = request.method === 'POST'
      response.writeHead(200, { 'content-type': json ? 'application/json' : 'text/html; charset=utf-8' })
      response.end(json ? '{"errcode":0,"errmsg":"ok"}' : pageOf(origin, messages))
    } catch {
      response.writeHead(400).end('{"errcode":40058,"errmsg":"invalid message"}')
    }
  })
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve({ origin, stop: () => void server.close() }))
  })
}
