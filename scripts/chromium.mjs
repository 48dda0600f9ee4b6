import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { giveUp } from './install.mjs'

const DEBIAN = '/usr/bin/chromium'
const PACKAGES = ['chromium', 'fonts-noto-cjk']

function hasAptGet() {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-y', '--no-install-recommends', ...args], { stdio: 'inherit', env }).status === 0
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

const BY_HAND = `Install a Chromium and a Chinese font by hand (Debian: apt-get install ${PACKAGES.join(' ')}), or name one: SHIXUN_CHROMIUM=/path/to/chromium npm test`

/** The Chromium of the browser tests: the one that SHIXUN_CHROMIUM names, or Debian's, which is installed when missing. */
export function ensureChromium() {
  const named = process.env.SHIXUN_CHROMIUM
  if (named) {
    try {
      accessSync(named, constants.X_OK)
      return named
    } catch {
      giveUp(`SHIXUN_CHROMIUM names ${named}, which cannot be run.`)
    }
  }
  if (existsSync(DEBIAN) && hasChineseFont()) return DEBIAN
  if (!hasAptGet()) giveUp(`The browser tests need Chromium, and this machine has no apt-get. ${BY_HAND}`)
  if (process.getuid?.() !== 0) giveUp(`The browser tests need Chromium, and only root may install it. ${BY_HAND}`)
  console.log(`Installing ${PACKAGES.join(' and ')} (apt-get) for the browser tests …`)
  if (!(aptGet('update') && aptGet('install', ...PACKAGES)))
    giveUp(`apt-get could not install Chromium; its reason stands above. ${BY_HAND}`)
  return DEBIAN
}
