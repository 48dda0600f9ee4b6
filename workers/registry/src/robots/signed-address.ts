const bytesOf = (text: string) => new TextEncoder().encode(text)

/**
 * The address of a DingTalk robot with its signature: HMAC-SHA-256 under the secret over `timestamp\nsecret`, base64,
 * and the milliseconds it was made at, which may be an hour off at most
 * (open.dingtalk.com/document/orgapp/customize-robot-security-settings).
 */
export async function signedAddress(address: string, secret: string, wallMs: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(`${wallMs}\n${secret}`)))
  const url = new URL(address)
  url.searchParams.set('timestamp', String(wallMs))
  url.searchParams.set('sign', btoa(String.fromCharCode(...mac)))
  return url.href
}
