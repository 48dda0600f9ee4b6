import type { shell as zh } from '../zh/shell.ts'

export const shell = {
  'shell.product': 'Shixun',
  'shell.tagline': 'Teacher training management',
  'shell.skip': 'Skip to main content',
  'shell.menu': 'Main menu',
  'shell.openMenu': 'Open menu',
  'shell.tasks': 'Tasks',
  'shell.tasksWaiting': '{n} tasks waiting',
  'shell.account': 'My account',
  'shell.signOut': 'Sign out',
  'shell.language': 'Language',
  'shell.breadcrumb': 'You are here',
  'shell.workbench': 'Workbench',
  'shell.demo': 'Demo: all data is fictitious and reset daily',
  'shell.notFound': 'This page does not exist',
  'shell.notFoundHelp': 'The address may have changed. Use the menu on the left, or return to the workbench.',
  'shell.forbidden': 'Your current role cannot see this page',
  'shell.forbiddenHelp': 'Switch role at the top right, or ask your administrator for access.',
  'shell.offline': 'You are offline',
  'shell.offlineHelp': 'What you typed is kept on this device. Try again when the network is back.',
  'shell.failed': 'The page did not load',
  'shell.failedHelp': 'Please try again later. If it keeps failing, give the reference to your administrator.',
  'shell.retry': 'Try again',
  'shell.home': 'Back to workbench',
  'shell.wechat':
    'Downloads and printing do not work in WeChat. Tap “…” at the top right and choose “Open in browser”.',
} as const satisfies Record<keyof typeof zh, string>
