/** One line of the feed, as docs/feed.md describes it. */
export type FeedLine = {
  v: number
  seq: number
  epoch: number
  type: 'obs' | 'fact' | 'tombstone'
  dataset: string
  period: string
  dims: Record<string, string>
  n: number | null
  value: string | Record<string, string | null> | null
  status: string
  rev: number
  prev: string | null
}

/** The last revision of each thing that was said, by district. */
export type Places = Map<string, number>

type Context = {
  page: { district: string; epoch: number; firstSeq: number; period: string }
  at: number
  places: Places
  fault: (text: string) => void
}

const MEMBERS = 'dataset,dims,epoch,n,period,prev,rev,seq,status,type,v,value'
const COUNTS = ['projects', 'applications', 'hours-promised', 'hours-delivered']
const PERSONS = ['persons-planned', 'persons-enrolled', 'persons-completed', 'completion-rate', 'satisfaction']
const FACTS: Record<string, string> = {
  page: 'control,district,districtName,division,previous,schema',
  project: 'band,level,number,state,title,unit',
  listing: 'number,origin,state,title',
}

/** Checks a line for itself and against what was said of the same thing before. */
export function checkLine(text: string, { page, at, places, fault }: Context): void {
  const line = parse(text)
  if (!line) return void fault(`line ${page.firstSeq + at} is not a canonical line of the schema`)
  const wrong = (reason: string) => fault(`line ${line.seq}: ${reason}`)
  if (line.seq !== page.firstSeq + at) wrong(`stands where line ${page.firstSeq + at} should`)
  if (line.epoch !== page.epoch) wrong(`is of epoch ${line.epoch}`)
  if (line.period !== page.period) wrong(`is of ${line.period}`)
  const fault1 = line.type === 'obs' ? observationFault(line) : factFault(line)
  if (fault1) wrong(fault1)
  if (line.dataset !== 'page' && says(line).some(isPersonal)) wrong('carries what looks like the number of a person')
  const thing = JSON.stringify([
    page.district,
    line.epoch,
    line.dataset in FACTS ? '' : line.period,
    line.dataset,
    line.dims,
  ])
  const before = places.get(thing) ?? 0
  if (line.rev !== before + 1) wrong(`is revision ${line.rev} after ${before}`)
  places.set(thing, line.rev)
}

function parse(text: string): FeedLine | null {
  try {
    const line = JSON.parse(text)
    const sound =
      Object.keys(line).join(',') === MEMBERS &&
      line.v === 1 &&
      Number.isInteger(line.seq) &&
      Number.isInteger(line.rev) &&
      /^\d{4}-(0[1-9]|1[0-2])$/.test(line.period) &&
      Object.values(line.dims).every((each) => typeof each === 'string') &&
      (line.prev === null || /^[0-9a-f]{64}$/.test(line.prev)) &&
      JSON.stringify(line) === text
    return sound ? line : null
  } catch {
    return null
  }
}

/** What `sdc/1` lets pass: from 10 persons up, to the nearest 5; shares from 20, whole and coded; means to 0.5. */
function observationFault({ dataset, n, value, status }: FeedLine): string | null {
  if (COUNTS.includes(dataset))
    return n === null && status === 'A' && typeof value === 'string' && /^\d+$/.test(value) ? null : 'is no count'
  if (!PERSONS.includes(dataset)) return `is of an unknown dataset ${dataset}`
  if (status === 'c') return n === null && value === null ? null : 'says something of a confidential figure'
  if (status !== 'A' && status !== 'carried' && status !== 'Z') return `has the unknown status ${status}`
  if (n === null || n % 5 !== 0 || (n < 10 && status !== 'Z')) return `counts ${n} persons`
  if (typeof value !== 'string') return 'has no value'
  if (dataset === 'completion-rate') {
    const share = Number(value)
    return n >= 20 && (value === '<=5' || value === '>=95' || (Number.isInteger(share) && share > 5 && share < 95))
      ? null
      : `gives the share ${value} of ${n}`
  }
  if (dataset === 'satisfaction') return Number.isInteger(Number(value) * 2) ? null : `gives the mean ${value}`
  return value === String(n) ? null : 'gives another number than it counts'
}

function factFault({ type, dataset, n, value, status }: FeedLine): string | null {
  const known = dataset in FACTS || COUNTS.includes(dataset) || PERSONS.includes(dataset)
  if (type === 'tombstone') return known && n === null && value === null && status === 'T' ? null : 'is no tombstone'
  if (type !== 'fact' || n !== null || status !== 'A') return 'is no fact'
  const members = typeof value === 'object' && value !== null ? Object.keys(value).join(',') : ''
  return members === FACTS[dataset] ? null : `has members that a ${dataset} has not: ${members}`
}

function says({ dims, value }: FeedLine): string[] {
  const texts = typeof value === 'string' ? [value] : Object.values(value ?? {})
  return [...Object.values(dims), ...texts.flatMap((text) => (text === null ? [] : [text]))]
}

/** An identity document, a mobile phone, an address of mail. */
function isPersonal(text: string): boolean {
  return (
    /[0-9]{17}[0-9Xx]/.test(text) ||
    /(^|[^0-9])1[3-9][0-9]{9}($|[^0-9])/.test(text) ||
    /[^\s@]@[^\s@]+\.[a-z]/i.test(text)
  )
}
