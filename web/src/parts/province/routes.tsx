import { lazyPage, type PartRoute } from '../../lazy-page.tsx'

const words = 'province'

export const provinceRoutes: readonly PartRoute[] = [
  {
    path: '/province',
    menu: 'province',
    page: lazyPage(() => import('./province-page.tsx').then((m) => m.ProvincePage), words),
  },
]
