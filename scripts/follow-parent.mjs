const EVERY_MS = 250

/**
 * Calls `end` once the process that started this one is gone. npm hands a signal to its shell alone, and the shell
 * dies without passing it on: what it started would live on and keep the port.
 */
export function followParent(end) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, EVERY_MS)
  timer.unref()
}
