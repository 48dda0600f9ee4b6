import type { Binding } from '@shixun/db/binding'
import type { Passage } from '@shixun/http/passage'

type Door = { serve(request: Request, passage: Passage): Promise<Response> }

/** What the gateway holds: assets, the directory (session look-up only), a rate limit, doors. No secret. */
export type Env = {
  ASSETS: { fetch(request: Request): Promise<Response> }
  DIRECTORY: Binding
  PUBLIC_RATE: { limit(options: { key: string }): Promise<{ success: boolean }> }
  IDENTITY: Door
  DISTRICT: Door
  REGISTRY: Door
  DELIVERY: Door
  REVIEW: Door
  CATALOGUE: Door
  PROVINCE: Door
  DOCUMENTS: Door
  VERSION: string
  /** JSON of the demonstration's accounts; set by `npm start` alone. */
  DEMONSTRATION?: string
  /** `on` in development and tests: answers carry their cost. */
  METER?: string
}
