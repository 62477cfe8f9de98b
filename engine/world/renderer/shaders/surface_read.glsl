// The G-buffer as a surface to be lit.
uniform sampler2D albedo_map;
uniform sampler2D normal_map;
uniform sampler2D depth_map;
uniform sampler2D occlusion_map;
Skin skin_at(vec2 at, vec3 ray, out float emission) {
    vec4 paint = texture(albedo_map, at), bent = texture(normal_map, at);
    emission = max(bent.w, 0.0);
    Skin s = Skin(paint.rgb * paint.rgb, clamp(paint.a, 0.045, 1.0), bent.w < -0.5 ? 1.0 : 0.0, bent.xyz, -normalize(ray), texture(occlusion_map, at).r);
#ifdef CLAY
    // Pastel: every colour keeps its hue and comes to much the same, light, tone.
    vec3 hue = s.albedo / (max(s.albedo.r, max(s.albedo.g, s.albedo.b)) + 0.02);
    float lightness = 0.20 + 0.28 * sqrt(dot(s.albedo, vec3(0.3, 0.5, 0.2)));
    s.albedo = lightness * (0.45 + 0.85 * hue * sqrt(hue));
    s.roughness = 0.92; s.metal = 0.0;
#endif
    return s;
}
