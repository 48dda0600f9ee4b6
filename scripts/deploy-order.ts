/** What a toml says of a worker: its name and the workers it binds. */
export type WorkerConfig = { path: string; name: string; services: readonly string[] }

/**
 * The order in which workers are deployed: a worker after all that it binds, because a binding to a worker that does
 * not exist is refused. A cycle throws: the house has none.
 */
export function deployOrder(configs: readonly WorkerConfig[]): WorkerConfig[] {
  const ordered: WorkerConfig[] = []
  const visiting = new Set<string>()
  function visit(config: WorkerConfig): void {
    if (ordered.includes(config)) return
    if (visiting.has(config.name)) throw new Error(`workers bind each other in a circle through ${config.name}`)
    visiting.add(config.name)
    for (const service of config.services) {
      const callee = configs.find((other) => other.name === service)
      if (!callee) throw new Error(`${config.name} binds ${service}, which has no configuration`)
      visit(callee)
    }
    ordered.push(config)
  }
  for (const config of configs) visit(config)
  return ordered
}
