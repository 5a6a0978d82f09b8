// What the shell pages need to know; written by the build.
export default {{ {"pages": paths, "members": members, "routes": ["navigateTo", "redirectTo", "reLaunch"], "home": home} | tojson(2) }}
