import type { PartRoute } from '../../lazy-page.tsx'

export const provinceRoutes: readonly PartRoute[] = []
