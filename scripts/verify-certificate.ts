/**
 * Offline check of a certificate: npm run verify-certificate -- --keys KEYS.json --fields PROOF.json [--code URL|CODE]
 * Written from docs/certificates.md alone: it shares no code with the platform, so that one mistake cannot hide another.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const FIELDS = [
  'number',
  'name',
  'schoolName',
  'projectTitle',
  'projectNumber',
  'cohortTitle',
  'level',
  'from',
  'to',
  'hours',
  'providerName',
  'issuer',
  'issuedOn',
]
const FORMAT = 'shixun-certificate/1'

type Given = { keys: unknown; code: string; fields: unknown }
type Jwk = { kid: string; kty: string; crv: string; x: string }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The code at the end of an address, or the code itself. */
function codeIn(text: string): string {
  const path = text.trim().split(/[?#]/)[0] ?? ''
  const last = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function quoted(value: string): string {
  return JSON.stringify(value)
}

/** RFC 8785 for this one shape: members in the order of their names, texts alone. */
function canonical(district: string, random: string, printed: Record<string, string>): string {
  const names = [...FIELDS].sort()
  const inside = names.map((name) => `${quoted(name)}:${quoted(printed[name] ?? '')}`).join(',')
  return `{"district":${quoted(district)},"format":${quoted(FORMAT)},"printed":{${inside}},"random":${quoted(random)}}`
}

/** What is printed, from a proof file or from an object of the fields themselves; problems go to `fault`. */
function printedIn(fields: unknown, fault: (text: string) => void): Record<string, string> {
  const held = isRecord(fields) && isRecord(fields['printed']) ? fields['printed'] : fields
  if (!isRecord(held)) {
    fault('字段文件不是一个 JSON 对象')
    return {}
  }
  const printed: Record<string, string> = {}
  for (const name of FIELDS) {
    const value = held[name]
    if (typeof value === 'string') printed[name] = value
    else fault(`字段文件缺少 ${name}`)
  }
  for (const name of Object.keys(held)) if (!FIELDS.includes(name)) fault(`字段文件多出 ${name}`)
  return printed
}

function keysNamed(keys: unknown, kid: string): Jwk[] {
  const list = isRecord(keys) && Array.isArray(keys['keys']) ? keys['keys'] : []
  return list.filter((one): one is Jwk => isRecord(one) && typeof one['kid'] === 'string' && one['kid'].startsWith(kid))
}

/** All that is wrong with a certificate; nothing when its signature holds for exactly these fields. */
export function verifyCertificate({ keys, code, fields }: Given): string[] {
  const problems: string[] = []
  const fault = (text: string) => problems.push(text)
  const printed = printedIn(fields, fault)
  const [head = '', kid = '', signature = '', ...rest] = codeIn(code).split('.')
  const district = head.slice(0, -45)
  if (rest.length > 0 || kid.length !== 8 || district.length < 3 || head.at(-45) !== '-' || signature.length !== 86) {
    fault('这不是证书的编码：应为“区县标识-44 个字符.8 个字符.86 个字符”')
    return problems
  }
  const random = head.slice(-44, -22)
  const found = keysNamed(keys, kid)
  if (found.length === 0) fault(`公钥文件里没有 ${kid} 开头的密钥：请向发证单位索取当年的公钥`)
  const signed = Buffer.from(`${FORMAT}:${head}.${kid}`, 'utf8')
  const holds = found.some((key) =>
    verify(null, signed, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url')),
  )
  if (found.length > 0 && !holds) fault('签名不对：这个编码不是发证单位签发的')
  if (problems.length > 0) return problems
  const digest = createHash('sha256')
    .update(canonical(district, random, printed), 'utf8')
    .digest('base64url')
  if (digest.slice(0, 22) !== head.slice(-22)) fault('内容与签名不符：至少有一个字段与签发时不同')
  return problems
}

const USAGE =
  '用法: npm run verify-certificate -- --keys 公钥.json --fields 验证文件.json [--code 网址或编码]\n' +
  '公钥取自 https://域名/.well-known/certificate-keys.json，验证文件在证书页面下载，也可以照证书上印的内容自己写。'

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`读不懂 ${file}：${error instanceof Error ? error.message : error}`)
  }
}

function main(): void {
  const [keys, fields] = [option('keys'), option('fields')]
  if (keys === undefined || fields === undefined) throw new Error(USAGE)
  const proof = json(fields)
  const code = option('code') ?? (isRecord(proof) && typeof proof['code'] === 'string' ? proof['code'] : undefined)
  if (code === undefined) throw new Error(`验证文件里没有 code，请用 --code 给出二维码里的网址\n${USAGE}`)
  const problems = verifyCertificate({ keys: json(keys), code, fields: proof })
  for (const problem of problems) console.error(problem)
  console.log(
    problems.length === 0
      ? '验证通过：签名有效，全部字段与签发时一致。是否已被撤销或换发，须打开二维码里的网址查看。'
      : '验证不通过',
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}

if (import.meta.main)
  try {
    main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
