import './shell.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { Drawer } from './drawer.tsx'
import { Icon } from './icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Menu, type MenuItem } from './menu.tsx'
import { type ShellGroup, ShellMenu } from './shell-menu.tsx'
import { ToastHost } from './toast.tsx'

export interface ShellProps {
  /** The tenant's name beside the product's. */
  unit: string
  homeHref: string
  menu: readonly ShellGroup[]
  /** Key of the menu entry the page belongs to. */
  current: string
  tasks: { count: number; href: string }
  user: { name: string; items: readonly MenuItem[] }
  /** District, role and year: `Menu` with `look="plain"`. */
  switcher?: ComponentChildren
  /** Above everything, as of a demo installation. */
  demoBar?: ComponentChildren
  children: ComponentChildren
}

function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M3 11.5L16 6l13 5.5L16 17zM8.5 14.5v7c4.4 3.6 10.6 3.6 15 0v-7M29 11.5v8"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  )
}

/** Frame of every page behind the sign-in; the page itself starts with a `PageHead`. */
export function Shell({ unit, homeHref, menu, current, tasks, user, switcher, demoBar, children }: ShellProps) {
  const [open, setOpen] = useState(false)
  return (
    <div class="shell">
      <a class="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      {demoBar && <aside class="shell-demo">{demoBar}</aside>}
      <header class="shell-top">
        <button class="shell-burger" type="button" aria-label={t('shell.openMenu')} onClick={() => setOpen(true)}>
          <Icon name="menu" size={20} />
        </button>
        <a class="shell-brand" href={homeHref}>
          <Mark />
          <span class="shell-product">{t('shell.product')}</span>
          <span class="shell-unit">{unit}</span>
        </a>
        <div class="shell-tools">
          {switcher}
          <a class="shell-tool" href={tasks.href} aria-label={t('shell.tasksWaiting', { n: tasks.count })}>
            <Icon name="inbox" />
            <span class="shell-word">{t('shell.tasks')}</span>
            {tasks.count > 0 && <span class="count">{tasks.count > 99 ? '99+' : formatNumber(tasks.count)}</span>}
          </a>
          <LanguageSwitch />
          <Menu
            look="plain"
            end
            name={`${t('shell.account')}：${user.name}`}
            label={
              <>
                <span class="avatar" aria-hidden="true">
                  {[...user.name].slice(-1)}
                </span>
                <span class="shell-user-name">{user.name}</span>
              </>
            }
            items={user.items}
          />
        </div>
      </header>
      <div class="shell-body">
        <nav class="shell-side" aria-label={t('shell.menu')}>
          <ShellMenu groups={menu} current={current} />
        </nav>
        <main class="shell-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer side="left" open={open} title={t('shell.menu')} onClose={() => setOpen(false)}>
        <nav aria-label={t('shell.menu')}>
          <ShellMenu groups={menu} current={current} onPick={() => setOpen(false)} />
        </nav>
      </Drawer>
      <ToastHost />
    </div>
  )
}
