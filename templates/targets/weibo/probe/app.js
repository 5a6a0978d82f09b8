import { seen } from './miniport/probe'

function hook(name) {
  return function (options) {
    seen('app', name, options)
  }
}

/** @type WBXAppOption */
export default {
  globalData: {},
  onLaunch: hook('onLaunch'),
  onShow: hook('onShow'),
  onHide: hook('onHide'),
  onThemeChange: hook('onThemeChange'),
  onError: hook('onError'),
  onPageNotFound: hook('onPageNotFound')
}
