import { WorkerEntrypoint } from 'cloudflare:workers'
export class IdentityDoor extends WorkerEntrypoint { serve(): Response { return new Response('stub') } }
export class Roster extends WorkerEntrypoint {}
export class Shelf extends WorkerEntrypoint {}
export class FeedSink extends WorkerEntrypoint {}
export default { fetch: () => new Response(null, { status: 404 }) }
