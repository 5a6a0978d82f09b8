// What the build knows of the container's members; the rows of the YAML repeat it.
export default {{ members | tojson(2) }}
