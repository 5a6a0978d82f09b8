export default async (options, { host, dialect, api }) => {
  const { data } = await $namespace.request({
    url: `https://api.example.com/$${api}`,
    method: "POST",
    data: options,
  });
  if (data.problem) throw { error: 1, errorMessage: data.problem };
  return $result;
};
