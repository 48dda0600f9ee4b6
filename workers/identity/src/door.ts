import { openDatabase } from '@shixun/db/database'
import { firstAnswersOf } from '@shixun/db/repeats'
import { ok } from '@shixun/domain/shared/result'
import { exportList } from '@shixun/http/export-list'
import type { Passage } from '@shixun/http/passage'
import { serveRoutes } from '@shixun/http/serve'
import { type Env, resolveEnv } from './env.ts'
import type { HashLine } from './hash-line.ts'
import { identityBound } from './identity/routes.ts'
import { tokenBound } from './province/routes.ts'
import type { Store } from './store.ts'

/** What the entry file knows and no verb may ask for: the real time, and the line of its isolate. */
export type Entry = { wallMs: number; line: HashLine }

const serveDirectory = serveRoutes<{ env: Env; entry: Entry }, Store>(
  [...identityBound, ...tokenBound],
  async ({ env, meter }) => {
    const { passwords, keyed, tokenKey } = resolveEnv(env.env)
    const directory = openDatabase(env.env.DIRECTORY, meter)
    return ok({
      store: { directory, tenants: env.env.TENANTS, passwords, keyed, tokenKey, ...env.entry },
      repeats: firstAnswersOf(directory),
      veil: keyed,
      exporter: { exportList, workbooks: env.env.WORKBOOKS },
    })
  },
)

/** What comes in from the gateway. */
export function serve(
  request: Request,
  passage: Passage,
  env: Env,
  entry: Entry,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  return serveDirectory(request, { env: { env, entry }, passage, later })
}
