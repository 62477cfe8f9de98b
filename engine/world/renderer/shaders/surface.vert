// Triangles of all drawables in one buffer; matrices and surfaces come from two small textures.
in vec3 position;
in vec3 normal;
in float drawable;
in vec3 rest;                 // where the vertex is when nothing deforms it: patterns stick to it
in vec3 rest_normal;
uniform sampler2D matrices;   // 6 texels a drawable: 3 rows of the matrix, 3 of the normal matrix
uniform sampler2D surfaces;   // 5 texels a drawable, see geometry.py
out vec3 local;
out vec3 local_normal;
out vec3 unit;                // position in the part's box, -1 to 1
out vec3 world_normal;
out float view_depth;
#if defined(BUMPY) || defined(SHEER)
out vec3 world;
#endif
flat out vec4 color_roughness;
flat out vec4 color2_metallic;
flat out vec4 emission_scale_opacity_id;
flat out vec4 half_size_seed;
flat out float refraction;
void main() {
    int row = int(drawable + 0.5);
    vec4 m0 = texelFetch(matrices, ivec2(0, row), 0);
    vec4 m1 = texelFetch(matrices, ivec2(1, row), 0);
    vec4 m2 = texelFetch(matrices, ivec2(2, row), 0);
    vec3 n0 = texelFetch(matrices, ivec2(3, row), 0).xyz;
    vec3 n1 = texelFetch(matrices, ivec2(4, row), 0).xyz;
    vec3 n2 = texelFetch(matrices, ivec2(5, row), 0).xyz;
    color_roughness = texelFetch(surfaces, ivec2(0, row), 0);
    color2_metallic = texelFetch(surfaces, ivec2(1, row), 0);
    emission_scale_opacity_id = texelFetch(surfaces, ivec2(2, row), 0);
    vec4 center = texelFetch(surfaces, ivec2(3, row), 0);
    refraction = center.w;
    half_size_seed = texelFetch(surfaces, ivec2(4, row), 0);
    local = rest;
    local_normal = rest_normal;
    unit = (rest - center.xyz) / half_size_seed.xyz;
    vec4 p = vec4(position, 1.0);
    vec3 placed = vec3(dot(m0, p), dot(m1, p), dot(m2, p));
    world_normal = vec3(dot(n0, normal), dot(n1, normal), dot(n2, normal));
    vec4 seen = view * vec4(placed, 1.0);
#if defined(BUMPY) || defined(SHEER)
    world = placed;
#endif
    view_depth = -seen.z;
    gl_Position = projection * seen;
}
