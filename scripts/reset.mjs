import { giveUp } from './install.mjs'
import { isRunning, removeState, stateFolder, whyNotRemove } from './state-folder.mjs'

const state = stateFolder()
const reason = whyNotRemove(state)
if (reason) giveUp(`Nothing removed: ${reason}`)
const running = await isRunning(state)
if (running)
  giveUp(
    `Nothing removed: the demonstration is running on it (process ${running.pid}, port ${running.port}). Stop it first.`,
  )
const names = removeState(state)
console.log(
  names.length === 0
    ? `Nothing to remove in ${state}.`
    : `Removed the local data in ${state}. npm start makes it anew.`,
)
