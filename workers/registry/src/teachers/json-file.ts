import { attachmentDisposition } from '@shixun/http/attachment-disposition'

/** A JSON file to save, which no cache keeps. */
export function jsonFile(name: string, content: unknown): Response {
  return new Response(JSON.stringify(content, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentDisposition(name),
      'cache-control': 'no-store',
    },
  })
}
