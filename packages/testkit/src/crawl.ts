import type { Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { PERMISSIONS } from '@shixun/domain/identity/permission'
import type { Role } from '@shixun/domain/identity/role'
import type { Client } from './client.ts'
import { toldBy } from './telling-places.ts'

/** Ids of each collection begin alike; one that is not here has none in a story. */
const PREFIXES: Readonly<Record<string, string>> = {
  applications: 'app',
  calls: 'cal',
  evaluations: 'eva',
  experts: 'exp',
  notices: 'not',
  panels: 'pan',
  rubrics: 'rub',
  schools: 'sch',
  scoresheets: 'she',
  teachers: 'tea',
  'review-comments': 'rvc',
}
const AT_ONCE = 6
/** Of many of a kind a few are asked for: the first and last file of a sheet, some of the experts. */
const DOCUMENTS = ['1', '4', '8']
const EXPERTS = 4

/** Pages that are printed when the client is built: they hold no data. */
const PRINTED = ['/api/openapi.json', '/api/docs']

/** Every route that this role may GET, by the permissions; `null` is somebody who is not signed in. */
export function readableBy(role: Role | null): Route[] {
  return ALL_ROUTES.filter(({ method, may, path }) => {
    if (method !== 'GET' || may === 'province' || PRINTED.includes(path)) return false
    if (may === 'public') return true
    return role !== null && (may === 'signed-in' || PERMISSIONS[may]?.[role] !== undefined)
  })
}

/** The addresses of a route, with every id of the story that could stand in it. */
export function addressesOf(route: Route, slug: string, ids: readonly string[]): string[] {
  const path = route.path.replace(':district', slug)
  const [place, collection = ''] = /([\w-]+)\/:id/.exec(path) ?? []
  if (place === undefined) return [path.replace(/:\w+/g, '1')]
  const all = ids.filter((id) => id.startsWith(`${PREFIXES[collection]}_`))
  const known = collection === 'experts' ? all.slice(0, EXPERTS) : all
  return (known.length > 0 ? known : ['none']).flatMap((id) => {
    const whole = path.replace(place, `${collection}/${id}`)
    const parts = whole.includes(':documentId') ? DOCUMENTS : ['1']
    const attachments = ids.filter((one) => one.startsWith('att_'))
    const last = whole.includes(':attachmentId') ? attachments : parts
    return last.map((one) => whole.replace(/:\w+/g, one))
  })
}

export type Seen = { address: string; text: string; bytes: Uint8Array | null; status: number }

async function look(client: Client, address: string): Promise<Seen> {
  const response = await client.raw('GET', address)
  const { status, headers } = response
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const said = decodeURIComponent(lines.replace(/%(?![0-9A-F]{2})/gi, '%25'))
  if (
    /json|text|xml|html/.test(headers.get('content-type') ?? '') &&
    !/openxml/.test(headers.get('content-type') ?? '')
  )
    return { address, text: `${said}\n${await response.text()}`, bytes: null, status }
  return { address, text: said, bytes: new Uint8Array(await response.arrayBuffer()), status }
}

/** Everything that somebody can get to read at these addresses: bodies, headers, refusals, files in all their layers. */
export async function everything(client: Client, addresses: readonly string[]): Promise<Seen[]> {
  const waiting = [...addresses]
  const seen: Seen[] = []
  const go = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) seen.push(await look(client, next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, go))
  return seen
}

/** Which of the words an answer says: plain, escaped in JSON, in its headers, or in a layer of a file. */
export function wordsIn({ text, bytes }: Pick<Seen, 'text' | 'bytes'>, words: readonly string[]): string[] {
  const said = words.filter((word) => text.includes(word) || text.includes(JSON.stringify(word).slice(1, -1)))
  return bytes === null ? said : [...new Set([...said, ...toldBy(bytes, words)])]
}
