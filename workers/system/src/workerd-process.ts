import type { ChildProcess } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'

/** The workerd processes that this process starts from now on, newest last, found as Node announces its children. */
export function watchWorkerd(): { newest(): ChildProcess; stop(): void } {
  const found: ChildProcess[] = []
  const children = channel('child_process')
  const see = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess }
    // announced before it is spawned: what it runs is known a moment later
    setImmediate(() => {
      if (child.spawnfile?.includes('workerd')) found.push(child)
    })
  }
  children.subscribe(see)
  return {
    newest() {
      const last = found.at(-1)
      if (!last) throw new Error('no workerd was started')
      return last
    },
    stop: () => void children.unsubscribe(see),
  }
}

/** Takes the process away in the middle of whatever it does, and waits until it is gone. */
export async function killAtOnce(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await gone
}
