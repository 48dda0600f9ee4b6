declare module 'cloudflare:workers' {
  export abstract class WorkerEntrypoint<Env = unknown> {
    protected readonly env: Env
    protected readonly ctx: { waitUntil(promise: Promise<unknown>): void }
    constructor(ctx: unknown, env: Env)
  }
}
