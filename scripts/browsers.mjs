/**
 * Two browsers at a time, a house each: the story with the screens it leaves behind, and the suites with houses of their own.
 * `projects` are those of web/playwright.config.ts.
 */
export const BROWSERS = [
  { name: 'story', port: 8791, projects: ['story', 'screens'] },
  { name: 'parts', port: 8792, projects: ['registration', 'roster', 'delivery', 'credits', 'review'] },
]
