import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('province', () => import('../../words/zh/province.ts'))

export const provinceRoutes: readonly PartRoute[] = [
  {
    path: '/province',
    menu: 'province',
    page: lazyPage(() => import('./province-page.tsx').then((m) => m.ProvincePage), words),
  },
]
