export async function apiDocsPage(): Promise<Response> {
  return new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
